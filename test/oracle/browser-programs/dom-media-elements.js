// Audio and video elements that have nothing to play.
const log = (...a) => console.log(...a);
const tell = (f) => {
  try {
    log(String(f()));
  } catch (e) {
    log(e.name + ': ' + e.message);
  }
};
const v = document.createElement('video'),
  a = document.createElement('audio');
for (const m of [v, a]) {
  log(
    String(m),
    m instanceof HTMLMediaElement,
    m.paused,
    m.duration,
    m.volume,
    m.muted,
    m.currentTime,
    m.ended,
    m.seeking,
    m.readyState,
    m.networkState,
    m.error,
    m.src === '',
    m.currentSrc === '',
    m.playbackRate,
    m.defaultPlaybackRate,
    m.defaultMuted,
    m.autoplay,
    m.loop,
    m.controls,
    m.preload,
    m.crossOrigin,
    m.preservesPitch,
    m.canPlayType('video/nonsense'),
    m.srcObject,
  );
  m.play().then(
    () => log('played'),
    (e) => log(e.name + ': ' + e.message),
  );
  log(m.paused);
  m.pause();
  log(m.paused, m.load());
}
log(v.videoWidth, v.videoHeight, v.width, v.height, v.poster, v.playsInline);
tell(() => (v.volume = 2));
v.volume = 0.5;
log(v.volume);
v.muted = true;
log(v.muted, v.hasAttribute('muted'));
v.loop = true;
log(v.outerHTML);
v.currentTime = 5;
log(v.currentTime);
v.playbackRate = 2;
log(v.playbackRate);
tell(() => (v.playbackRate = 1000));
tell(() => (v.volume = 'x'));
tell(() => (v.currentTime = NaN));
v.defaultMuted = true;
log(v.outerHTML);
log(HTMLMediaElement.HAVE_NOTHING, v.HAVE_ENOUGH_DATA, HTMLMediaElement.NETWORK_NO_SOURCE, v.NETWORK_LOADING);
const s = new Audio();
log(
  String(s),
  s.preload,
  s.outerHTML,
  s instanceof HTMLAudioElement,
  Audio.name,
  Audio.length,
  Audio.prototype === HTMLAudioElement.prototype,
);
tell(() => Audio());
tell(() => new HTMLMediaElement());
v.addEventListener('volumechange', () => log('volumechange'));
v.addEventListener('ratechange', () => log('ratechange'));
v.addEventListener('pause', () => log('pause'));
v.addEventListener('play', () => log('play'));
v.addEventListener('emptied', () => log('emptied'));
v.addEventListener('error', () => log('error'));
v.volume = 0.7;
v.muted = false;
v.playbackRate = 1;
v.pause();
