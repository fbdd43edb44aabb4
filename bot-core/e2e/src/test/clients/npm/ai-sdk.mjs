// The AI SDK's own provider against the sandbox: words, and a first with a last frame. Argument: the base address.
import { createByteDance } from '@ai-sdk/bytedance';

const base = process.argv[2];
const model = createByteDance({ baseURL: base, apiKey: 'any' }).video('doubao-seedance-2-0-260128');
const polling = { pollIntervalMs: 200, generateAudio: false, watermark: false };

const png = picture => `data:image/png;base64,${picture}`;
const frame = process.argv[3];

async function make(what, options) {
  const result = await model.doGenerate({ n: 1, duration: 4, resolution: '864x496', aspectRatio: '16:9', providerOptions: { bytedance: polling }, ...options });
  const url = result.videos[0].url;
  const head = new Uint8Array(await (await fetch(url)).arrayBuffer()).slice(4, 8);
  if (new TextDecoder().decode(head) !== 'ftyp') throw new Error(`${what}: no mp4 at the address`);
}

await make('words', { prompt: 'a corgi runs' });
await make('frames', {
  prompt: 'day becomes night',
  image: { type: 'url', url: png(frame) },
  providerOptions: { bytedance: { ...polling, lastFrameImage: png(frame) } },
});
let refused = false;
try {
  await make('refusal', { prompt: 'a kite', duration: 99 });
} catch (error) {
  refused = error.statusCode === 400;
}
if (!refused) throw new Error('a length of 99 s must be refused with 400');
console.log('all fits');
