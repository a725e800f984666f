/**
 * What the real runtimes have and Underhood does not simulate yet. By one rule it is not there: `typeof`, `in`, `?.` and `||` let a
 * program take its other way. Whoever uses what is not there is told what is not simulated, instead of a mistake of the program's:
 * a global as if it were not defined (engine/execution/global-ic.ts), a member as if it were undefined (render-call-site.ts).
 */
import { type Isolate, JSObject, lookupData, type Value } from '../../engine/index.ts';
import type { RuntimeName } from '../../protocol/run.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const node: ReadonlySet<string> = new Set();

/** Pages and their workers. */
const browser = words(
  `SharedWorker Temporal Notification caches Cache CacheStorage FontFace FontFaceSet OffscreenCanvas createImageBitmap ImageBitmap
  ImageDecoder DOMQuad ServiceWorkerRegistration WebTransport
  WebSocketStream AudioDecoder AudioEncoder VideoDecoder VideoEncoder VideoFrame Observable WebGLRenderingContext
  WebGL2RenderingContext cookieStore CookieStore StorageManager Permissions GPU PressureObserver ReportingObserver
  TrustedHTML trustedTypes PerformanceEventTiming`,
);

/** What only pages have here. */
const worker = words('ImageData Path2D DOMMatrix DOMMatrixReadOnly DOMPoint DOMPointReadOnly Lock LockManager');

const page = words(
  `AudioContext webkitAudioContext BaseAudioContext OfflineAudioContext AudioWorklet AudioWorkletNode AudioBuffer AudioNode
  OscillatorNode GainNode AnalyserNode BiquadFilterNode MediaRecorder MediaSource MediaStream MediaStreamTrack MediaMetadata
  MediaDevices RTCPeerConnection RTCDataChannel RTCSessionDescription RTCIceCandidate SpeechSynthesisUtterance speechSynthesis
  SpeechRecognition webkitSpeechRecognition navigation Navigation visualViewport VisualViewport Animation KeyframeEffect
  DocumentTimeline ScrollTimeline ViewTransition CSSStyleSheet CSSStyleRule StyleSheetList CSSUnitValue CSSKeywordValue
  ClipboardItem Clipboard Geolocation ServiceWorker ServiceWorkerContainer PushManager PaymentRequest PublicKeyCredential
  PasswordCredential Credential EyeDropper IdleDetector CloseWatcher EditContext ElementInternals Highlight HighlightRegistry
  XPathEvaluator XPathResult XSLTProcessor XMLDocument StaticRange Sanitizer Touch TouchList Gamepad GamepadButton WakeLock
  WakeLockSentinel showOpenFilePicker showSaveFilePicker showDirectoryPicker getScreenDetails queryLocalFonts documentPictureInPicture
  launchQueue DataTransfer DataTransferItem DataTransferItemList VTTCue TextTrack TimeRanges SVGSVGElement SVGPathElement
  SVGCircleElement SVGRectElement SVGGraphicsElement SVGGeometryElement SVGTextElement SVGGElement MathMLElement XRSystem
  Accelerometer Gyroscope webkitRequestAnimationFrame webkitCancelAnimationFrame webkitURL fetchLater LanguageModel Summarizer Translator
  LanguageDetector NavigatorUAData ScreenOrientation BarProp locationbar menubar personalbar scrollbars statusbar toolbar`,
);

export function unsimulatedGlobals(runtime: RuntimeName, isWorker: boolean): ReadonlySet<string> {
  if (runtime === 'node') return node;
  return new Set([...browser, ...(isWorker ? worker : page)]);
}

type MemberTable = Readonly<Record<string, ReadonlySet<string>>>;

const webAssembly = words('Tag Exception JSTag SuspendError Suspending promising');

const ofNode: MemberTable = {
  WebAssembly: webAssembly,
  process: words(
    `report finalization allowedNodeEnvironmentFlags openStdin setuid setgid seteuid setegid setgroups initgroups threadCpuUsage
    reallyExit _rawDebug _getActiveHandles _getActiveRequests _kill _linkedBinding _debugProcess _debugEnd _startProfilerIdleNotifier
    _stopProfilerIdleNotifier _tickCallback`,
  ),
};

/** By the interface whose instances have them. */
const ofBrowsers: MemberTable = {
  WebAssembly: webAssembly,
  Navigator: words(
    `clipboard geolocation permissions serviceWorker storage storageBuckets getGamepads mediaDevices mediaSession mediaCapabilities
    getUserMedia webkitGetUserMedia getBattery connection credentials wakeLock usb hid serial bluetooth keyboard gpu xr ink scheduling
    share canShare userActivation userAgentData requestMIDIAccess requestMediaKeySystemAccess plugins mimeTypes presentation
    registerProtocolHandler unregisterProtocolHandler setAppBadge clearAppBadge virtualKeyboard windowControlsOverlay devicePosture
    getInstalledRelatedApps login`,
  ),
  WorkerNavigator: words('locks permissions storage serviceWorker gpu connection'),
  Document: words(
    `execCommand queryCommandSupported queryCommandEnabled queryCommandState queryCommandValue elementFromPoint elementsFromPoint
    caretPositionFromPoint caretRangeFromPoint fonts timeline styleSheets adoptedStyleSheets getAnimations startViewTransition evaluate
    createExpression createNSResolver exitFullscreen exitPointerLock exitPictureInPicture requestStorageAccess hasStorageAccess open
    writeln close createCDATASection createProcessingInstruction createAttributeNS getElementsByTagNameNS featurePolicy
    fragmentDirective all anchors embeds plugins applets browsingTopics moveBefore`,
  ),
  Element: words(
    `animate getAnimations requestFullscreen webkitRequestFullscreen requestPointerLock computedStyleMap attributeStyleMap setHTML
    setHTMLUnsafe getHTML moveBefore scrollIntoViewIfNeeded getElementsByTagNameNS getAttributeNodeNS setAttributeNodeNS attachInternals
    startViewTransition pseudo editContext ariaNotify`,
  ),
  SVGElement: words(
    `getBBox getCTM getScreenCTM getTotalLength getPointAtLength isPointInFill isPointInStroke createSVGPoint createSVGRect
    createSVGMatrix createSVGTransform getComputedTextLength getNumberOfChars beginElement endElement transform viewBox className style`,
  ),
  HTMLMediaElement: words(
    `addTextTrack captureStream setSinkId setMediaKeys textTracks buffered played seekable requestPictureInPicture
    requestVideoFrameCallback cancelVideoFrameCallback getVideoPlaybackQuality remote`,
  ),
  HTMLIFrameElement: words('contentWindow contentDocument getSVGDocument'),
  HTMLImageElement: words('decode'),
  HTMLInputElement: words('showPicker'),
  HTMLSelectElement: words('showPicker'),
  HTMLSlotElement: words('assign'),
  HTMLCanvasElement: words('toBlob captureStream transferControlToOffscreen'),
  ShadowRoot: words(
    'adoptedStyleSheets styleSheets elementFromPoint elementsFromPoint getAnimations setHTML setHTMLUnsafe getHTML',
  ),
  Node: words('lookupPrefix lookupNamespaceURI isDefaultNamespace'),
  EventTarget: words('when'),
  Performance: words('memory timing navigation eventCounts measureUserAgentSpecificMemory'),
  DOMImplementation: words('createDocument'),
  Range: words('expand'),
  Selection: words('modify getComposedRanges'),
  Screen: words('orientation'),
  CSS: words('supports registerProperty highlights paintWorklet px em rem percent vh vw number deg s ms'),
};

/** Globals that a program calls by their names. */
const roots: Readonly<Record<string, readonly string[]>> = {
  navigator: ['Navigator', 'WorkerNavigator'],
  document: ['Document', 'Node', 'EventTarget'],
  performance: ['Performance'],
  screen: ['Screen'],
  CSS: ['CSS'],
  WebAssembly: ['WebAssembly'],
  process: ['process'],
};

/** Members that only one interface has: their name is enough where nobody knows of what they were read. */
const telling: readonly string[] = ['contentWindow', 'contentDocument', 'attributeStyleMap', 'textTracks'];

const windows: ReadonlySet<string> = words('window self globalThis frames top parent');

export type UnsimulatedMember = (isolate: Isolate, names: readonly string[], receiver: Value) => string | undefined;

/** What `names`, joined by dots, would be in the real runtime. */
export function unsimulatedMembers(runtime: RuntimeName): UnsimulatedMember {
  const members = runtime === 'node' ? ofNode : ofBrowsers;
  return (isolate, names, receiver) => unsimulatedMember(members, isolate, names, receiver);
}

function unsimulatedMember(
  members: MemberTable,
  isolate: Isolate,
  names: readonly string[],
  receiver: Value,
): string | undefined {
  const name = names.at(-1)!;
  if (receiver instanceof JSObject) {
    if (receiver === isolate.realm.globalObject) return isGlobal(isolate, name) ? name : undefined;
    const found = interfacesOf(isolate, receiver).find((each) => hasMember(members, each, name));
    return found && shown(found, name);
  }
  const isOfWindow = names.length > 1 && windows.has(names[0]!);
  const rest = isOfWindow ? names.slice(1) : names;
  if (rest.length === 1) return isOfWindow && isGlobal(isolate, name) ? name : undefined;
  const root = rest.length === 2 && Object.hasOwn(roots, rest[0]!) ? roots[rest[0]!]! : undefined;
  const candidates = root ?? (telling.includes(name) ? Object.keys(members) : []);
  const found = candidates.find((each) => hasMember(members, each, name));
  return found && shown(found, name);
}

function isGlobal({ options }: Isolate, name: string): boolean {
  return options.unsimulatedGlobals?.has(name) ?? false;
}

function hasMember(members: MemberTable, interfaceName: string, name: string): boolean {
  return Object.hasOwn(members, interfaceName) && members[interfaceName]!.has(name);
}

function shown(interfaceName: string, name: string): string {
  const root = Object.keys(roots).find((each) => roots[each]![0] === interfaceName);
  return `${root ?? interfaceName}.${name}`;
}

/** Names of the classes that the object is of, from the most particular. */
function interfacesOf({ symbols }: Isolate, object: JSObject): string[] {
  const found: string[] = [];
  for (let each: JSObject | null = object; each !== null; each = each.hiddenClass.prototype) {
    const tag = lookupData(each, symbols.toStringTag);
    if (typeof tag === 'string' && found.at(-1) !== tag) found.push(tag);
  }
  return found;
}
