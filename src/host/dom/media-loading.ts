/** What a media element is at, and how it looks for something to play, which fails. HTML: 4.8.11.5 Loading the media resource. */
import { HostData, type JSObject, type Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import type { ElementData } from './nodes.ts';
import { urlOf } from './page-url.ts';

export interface MediaState {
  volume: number;
  isMuted: boolean;
  isPaused: boolean;
  playbackRate: number;
  defaultPlaybackRate: number;
  preservesPitch: boolean;
  time: number;
  networkState: number;
  error: JSObject | null;
  currentSrc: string;
  srcObject: Value;
  /** How often it has begun anew, which takes back the events that nobody was told of. */
  loads: number;
  /** How often it has begun to look: what began before is over. */
  searches: number;
  /** Those who wait until it plays: told why it does not. */
  playing: ((name: string, message: string) => void)[];
}

export class MediaErrorData extends HostData {}

const networkStates = { empty: 0, loading: 2, noSource: 3 };

/** Until it is known that something cannot be played, in ms. */
const latency = 1;

export function mediaOf(element: ElementData): MediaState {
  return (element.state.media ??= {
    volume: 1,
    isMuted: element.has('muted'),
    isPaused: true,
    playbackRate: 1,
    defaultPlaybackRate: 1,
    preservesPitch: true,
    time: 0,
    networkState: networkStates.empty,
    error: null,
    currentSrc: '',
    srcObject: null,
    loads: 0,
    searches: 0,
    playing: [],
  });
}

export function tellMedia(dom: Dom, element: ElementData, type: string): void {
  const object = dom.wrap(element);
  const media = mediaOf(element);
  const { loads } = media;
  const run = (): void => {
    if (media.loads === loads) dom.fire(object, type);
  };
  dom.host.queueTask('domManipulation', type, run, { holds: object });
}

/** In a task behind the events before it. */
function refusePlaying(dom: Dom, element: ElementData, name: string, message: string): void {
  const media = mediaOf(element);
  const { playing } = media;
  if (playing.length === 0) return;
  media.playing = [];
  const run = (): void => {
    for (const refuse of playing) refuse(name, message);
  };
  dom.host.queueTask('domManipulation', 'play refused', run, { holds: dom.wrap(element) });
}

export function pauseMedia(dom: Dom, element: ElementData): void {
  const media = mediaOf(element);
  if (media.networkState === networkStates.empty) selectSource(dom, element);
  if (media.isPaused) return;
  media.isPaused = true;
  tellMedia(dom, element, 'timeupdate');
  tellMedia(dom, element, 'pause');
  refusePlaying(
    dom,
    element,
    'AbortError',
    'The play() request was interrupted by a call to pause(). https://goo.gl/LdLk22',
  );
}

/** HTML: media element load algorithm. */
export function reloadMedia(dom: Dom, element: ElementData): void {
  const media = mediaOf(element);
  media.loads++;
  if (media.networkState === networkStates.loading) tellMedia(dom, element, 'abort');
  if (media.networkState !== networkStates.empty) {
    tellMedia(dom, element, 'emptied');
    media.isPaused = true;
    refusePlaying(
      dom,
      element,
      'AbortError',
      'The play() request was interrupted by a new load request. https://goo.gl/LdLk22',
    );
  }
  media.time = 0;
  media.error = null;
  media.playbackRate = media.defaultPlaybackRate;
  selectSource(dom, element);
}

/** A source has come into a media element. */
export function sourceAdded(dom: Dom, element: ElementData): void {
  const isIdle = !element.has('src') && mediaOf(element).networkState === networkStates.empty;
  if (isIdle) selectSource(dom, element);
}

/** HTML: resource selection algorithm. */
export function selectSource(dom: Dom, element: ElementData): void {
  const media = mediaOf(element);
  const search = ++media.searches;
  media.networkState = networkStates.noSource;
  const object = dom.wrap(element);
  const look = (): void => {
    if (media.searches !== search) return;
    const sources = element.elements.filter((child) => child.is('source'));
    const src = element.get('src');
    if (src === undefined && media.srcObject === null && sources.length === 0) {
      media.networkState = networkStates.empty;
      return;
    }
    media.networkState = networkStates.loading;
    tellMedia(dom, element, 'loadstart');
    if (src === '') return fail(dom, element);
    if (src !== undefined) media.currentSrc = urlOf(dom, src)?.href ?? src;
    dom.host.request({
      kind: 'fetch',
      name: `media ${media.currentSrc.slice(0, 100)}`,
      source: 'networking',
      delay: latency,
      holds: object,
      run: () => {
        if (media.searches !== search) return;
        dom.note('media', 'media are not simulated: what audio and video elements load is told to be not supported');
        if (src !== undefined || media.srcObject !== null) return fail(dom, element);
        media.networkState = networkStates.noSource;
        for (const source of sources) tellMedia(dom, source, 'error');
      },
    });
  };
  // Blink does it in a task.
  dom.host.queueTask('domManipulation', 'media', look, { holds: object });
}

/** HTML: dedicated media source failure steps. */
function fail(dom: Dom, element: ElementData): void {
  const media = mediaOf(element);
  media.error = dom.newObject('MediaError', new MediaErrorData());
  media.networkState = networkStates.noSource;
  tellMedia(dom, element, 'error');
  refusePlaying(dom, element, 'NotSupportedError', 'Failed to load because no supported source was found.');
}
