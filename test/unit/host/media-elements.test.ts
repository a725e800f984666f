/** Audio and video that are loaded: there are none here, which is told as of what Chromium does not support (measured there). */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { runProgram } from '../run-program.ts';

const browser = { runtime: 'browser', sourceKind: 'script', engine: 'chrome' } as const;

describe('media elements', () => {
  it('fail to load, with a note', () => {
    const source = `
      const audio = new Audio('song.mp3');
      for (const type of ['loadstart', 'error', 'play'])
        audio.addEventListener(type, () => console.log(type, audio.networkState, audio.error?.code, audio.paused));
      audio.play().catch(({ name }) => console.log(name));
      console.log(audio.networkState, audio.currentSrc === '', audio.src);`;
    const { stdout } = runProgram(source, browser);
    assert.deepEqual(stdout.trim().split('\n'), [
      '3 true http://localhost/song.mp3',
      'NotAllowedError',
      'loadstart 2 undefined true',
      'Underhood: media are not simulated: what audio and video elements load is told to be not supported',
      'error 3 4 true',
    ]);
  });

  it('a muted video begins to play, and is told that it cannot', () => {
    const source = `
      const video = Object.assign(document.createElement('video'), { muted: true, src: 'film.mp4' });
      video.play().catch(({ name, message }) => console.log(name, message));
      console.log(video.paused);
      const other = Object.assign(document.createElement('video'), { muted: true, src: 'film.mp4' });
      other.play().catch(({ name }) => console.log(name));
      other.pause();`;
    const { stdout } = runProgram(source, browser);
    const lines = stdout
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('Underhood'));
    const refusal = 'NotSupportedError Failed to load because no supported source was found.';
    assert.deepEqual(lines, ['false', 'AbortError', refusal]);
  });
});
