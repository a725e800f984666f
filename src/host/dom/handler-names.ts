/** Types of events for which elements, documents and windows have handlers: `onclick` … HTML: GlobalEventHandlers, WindowEventHandlers. */
export const elementHandlers: readonly string[] =
  `abort animationend animationstart auxclick beforeinput blur cancel change click close contextmenu copy cut dblclick drag dragend
  dragenter dragleave dragover dragstart drop error focus focusin focusout formdata gotpointercapture input invalid keydown keypress keyup
  load loadeddata loadstart lostpointercapture mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup paste pause play
  playing pointercancel pointerdown pointerenter pointerleave pointermove pointerout pointerover pointerup progress reset resize scroll
  scrollend select selectionchange slotchange submit toggle touchcancel touchend touchmove touchstart transitionend transitionstart wheel`.split(
    /\s+/,
  );

export const handlerNames: readonly string[] = [
  ...elementHandlers,
  ...`afterprint beforeprint beforeunload hashchange languagechange message messageerror offline online pagehide pageshow popstate
  rejectionhandled storage unhandledrejection unload`.split(/\s+/),
];

export const documentHandlers: readonly string[] = [...elementHandlers, 'readystatechange', 'visibilitychange'];
