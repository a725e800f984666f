/**
 * Audio and video elements that never play: their idle state, what sets them, and loading that fails. HTML: 4.8.11 Media elements;
 * Blink: core/html/media/html_media_element.cc. Simplified: no media are simulated: what is loaded is not supported; as in a browser whose
 * user has done nothing yet, only a muted video may play without being asked for.
 */
import {
  construct,
  type JSObject,
  newPromise,
  rejectPromise,
  toBoolean,
  toNumber,
  type Value,
} from '../../engine/index.ts';
import { newElement } from './document-interface.ts';
import type { Dom } from './dom.ts';
import { reflecting } from './html-element.ts';
import { type Attribute, type InterfaceTable, membersOf } from './interfaces.ts';
import { ElementData, htmlNamespace } from './nodes.ts';
import {
  MediaErrorData,
  mediaOf,
  type MediaState,
  pauseMedia,
  reloadMedia,
  selectSource,
  tellMedia,
} from './media-loading.ts';
import { setAttribute } from './tree.ts';

function double(dom: Dom, name: string, value: Value): number {
  const number = toNumber(dom.isolate, value);
  if (Number.isFinite(number)) return number;
  const where = `Failed to set the '${name}' property on 'HTMLMediaElement'`;
  return dom.throwTypeError(`${where}: The provided double value is non-finite.`);
}

function setVolume(dom: Dom, self: ElementData, value: Value): void {
  const media = mediaOf(self);
  const volume = double(dom, 'volume', value);
  if (volume < 0 || volume > 1)
    dom.throwException(
      'IndexSizeError',
      `Failed to set the 'volume' property on 'HTMLMediaElement': The volume provided (${volume}) is outside the range [0, 1].`,
    );
  if (volume === media.volume) return;
  media.volume = volume;
  tellMedia(dom, self, 'volumechange');
}

const leastRate = 0.0625;
const mostRate = 16;

function rate(name: 'playbackRate' | 'defaultPlaybackRate'): Attribute<ElementData> {
  return {
    get: (_dom, self) => mediaOf(self)[name],
    set: (dom, self, value) => {
      const media = mediaOf(self);
      const given = double(dom, name, value);
      if (name === 'playbackRate' && given !== 0 && (given < leastRate || given > mostRate))
        dom.throwException(
          'NotSupportedError',
          `Failed to set the 'playbackRate' property on 'HTMLMediaElement': The provided playback rate (${given}) is not in the supported playback range.`,
        );
      if (given === media[name]) return;
      media[name] = given;
      tellMedia(dom, self, 'ratechange');
    },
  };
}

function play(dom: Dom, self: ElementData): JSObject {
  const media = mediaOf(self);
  const promise = newPromise(dom.isolate);
  const reject = (name: string, message: string): JSObject => {
    const constructor = dom.isolate.realm.intrinsic('DOMException');
    rejectPromise(dom.isolate, promise, construct(dom.isolate, constructor, [message, name]));
    return promise;
  };
  if (!(self.is('video') && media.isMuted))
    return reject(
      'NotAllowedError',
      "play() failed because the user didn't interact with the document first. https://goo.gl/xX8pDD",
    );
  if (media.error !== null) return reject('NotSupportedError', 'The element has no supported sources.');
  if (media.networkState === 0) selectSource(dom, self);
  media.playing.push((name, message) => void reject(name, message));
  if (!media.isPaused) return promise;
  media.isPaused = false;
  tellMedia(dom, self, 'play');
  tellMedia(dom, self, 'waiting');
  return promise;
}

const state = <K extends keyof MediaState>(name: K, show: (value: MediaState[K]) => Value): Attribute<ElementData> => {
  return (_dom, self) => show(mediaOf(self)[name]);
};

const preloads = ['none', 'metadata', 'auto'];

const constants = {
  NETWORK_EMPTY: 0,
  NETWORK_IDLE: 1,
  NETWORK_LOADING: 2,
  NETWORK_NO_SOURCE: 3,
  HAVE_NOTHING: 0,
  HAVE_METADATA: 1,
  HAVE_CURRENT_DATA: 2,
  HAVE_FUTURE_DATA: 3,
  HAVE_ENOUGH_DATA: 4,
};

const members = membersOf(ElementData, {
  attributes: {
    ...reflecting('HTMLMediaElement'),
    error: state('error', (value) => value),
    currentSrc: state('currentSrc', (value) => value),
    networkState: state('networkState', (value) => value),
    paused: state('isPaused', (value) => value),
    readyState: () => 0,
    duration: () => Number.NaN,
    ended: () => false,
    seeking: () => false,
    crossOrigin: {
      get: (_dom, self) => self.get('crossorigin') ?? null,
      set: (dom, self, value) => setAttribute(dom, self, 'crossorigin', dom.text(value)),
    },
    preload: {
      get: (_dom, self) => {
        const given = self.get('preload')?.toLowerCase();
        if (given === '') return 'auto';
        return given !== undefined && preloads.includes(given) ? given : 'metadata';
      },
      set: (dom, self, value) => setAttribute(dom, self, 'preload', dom.text(value)),
    },
    preservesPitch: {
      get: (_dom, self) => mediaOf(self).preservesPitch,
      set: (_dom, self, value) => void (mediaOf(self).preservesPitch = toBoolean(value)),
    },
    srcObject: {
      get: (_dom, self) => mediaOf(self).srcObject,
      set: (dom, self, value) => {
        mediaOf(self).srcObject = value ?? null;
        reloadMedia(dom, self);
      },
    },
    currentTime: {
      get: (_dom, self) => mediaOf(self).time,
      set: (dom, self, value) => void (mediaOf(self).time = double(dom, 'currentTime', value)),
    },
    volume: { get: (_dom, self) => mediaOf(self).volume, set: setVolume },
    muted: {
      get: (_dom, self) => mediaOf(self).isMuted,
      set: (dom, self, value) => {
        const media = mediaOf(self);
        if (media.isMuted === toBoolean(value)) return;
        media.isMuted = !media.isMuted;
        tellMedia(dom, self, 'volumechange');
      },
    },
    playbackRate: rate('playbackRate'),
    defaultPlaybackRate: rate('defaultPlaybackRate'),
  },
  operations: {
    play: [0, play],
    pause: [0, pauseMedia],
    load: [0, reloadMedia],
    canPlayType: [1, () => ''],
  },
});

const videoMembers = membersOf(ElementData, {
  attributes: { ...reflecting('HTMLVideoElement'), videoWidth: () => 0, videoHeight: () => 0 },
});

const errorMembers = membersOf(MediaErrorData, {
  attributes: { code: () => 4, message: () => 'MEDIA_ELEMENT_ERROR: Underhood does not simulate media' },
});

export const mediaInterfaces: InterfaceTable = {
  HTMLMediaElement: { parent: 'HTMLElement', members: [members], constants },
  HTMLVideoElement: { parent: 'HTMLMediaElement', members: [videoMembers] },
  HTMLAudioElement: { parent: 'HTMLMediaElement' },
  MediaError: {
    members: [errorMembers],
    constants: { MEDIA_ERR_ABORTED: 1, MEDIA_ERR_NETWORK: 2, MEDIA_ERR_DECODE: 3, MEDIA_ERR_SRC_NOT_SUPPORTED: 4 },
  },
};

/** `new Audio(src)`. */
export function newAudio(dom: Dom, [src]: readonly Value[]): JSObject {
  const object = newElement(dom, dom.document, 'audio', htmlNamespace);
  const audio = object.internal as ElementData;
  setAttribute(dom, audio, 'preload', 'auto');
  if (src !== undefined) setAttribute(dom, audio, 'src', dom.text(src));
  return object;
}
