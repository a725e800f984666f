/** Types of events for which elements, documents and windows have handlers: `onclick` … HTML: GlobalEventHandlers, WindowEventHandlers. */
export const elementHandlers: readonly string[] =
  `abort animationcancel animationend animationiteration animationstart auxclick beforeinput beforetoggle blur cancel canplay canplaythrough change click close contextmenu copy cut dblclick drag dragend
  dragenter dragleave dragover dragstart drop durationchange emptied ended error focus focusin focusout formdata gotpointercapture input invalid keydown keypress keyup
  load loadeddata loadedmetadata loadstart lostpointercapture mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup paste pause play
  playing pointercancel pointerdown pointerenter pointerleave pointermove pointerout pointerover pointerup progress ratechange reset resize scroll
  scrollend seeked seeking select selectionchange slotchange stalled submit suspend timeupdate toggle touchcancel touchend touchmove touchstart transitioncancel transitionend transitionrun transitionstart volumechange waiting wheel`.split(
    /\s+/,
  );

export const handlerNames: readonly string[] = [
  ...elementHandlers,
  ...`afterprint beforeprint beforeunload hashchange languagechange message messageerror offline online pagehide pageshow popstate
  rejectionhandled storage unhandledrejection unload`.split(/\s+/),
];

export const documentHandlers: readonly string[] = [...elementHandlers, 'readystatechange', 'visibilitychange'];
