// EvoLink's own client against the sandbox: order, question, refusal. Argument: the base address.
import { apiRequest, queryTask } from '@evolinkai/evolink-media/dist/core/src/services/api-client.js';

process.env.EVOLINK_API_KEY = 'any';
const config = { channel: 'official', baseUrl: process.argv[2] };

const order = body => apiRequest(config, { method: 'POST', path: '/v1/videos/generations', body });

async function end(task) {
  for (;;) {
    const now = await queryTask(config, task.id);
    if (now.status === 'completed' || now.status === 'failed') return now;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

const made = await end(await order({ model: 'seedance-2.0', prompt: 'a red kite', duration: 4, quality: '480p', aspect_ratio: '16:9', generate_audio: false }));
const head = new Uint8Array(await (await fetch(made.results[0])).arrayBuffer()).slice(4, 8);
if (new TextDecoder().decode(head) !== 'ftyp') throw new Error('no mp4 at the address');

const failed = await end(await order({ model: 'seedance-2.0', prompt: 'a kite [sandbox:fail=content_policy_violation]', duration: 4 }));
if (failed.status !== 'failed' || failed.error?.code !== 'content_policy_violation') throw new Error(`failure: ${JSON.stringify(failed)}`);

let refusal = '';
try {
  await order({ model: 'seedance-2.0', prompt: 'a kite', duration: 99 });
} catch (error) {
  refusal = `${error.status} ${error.message}`;
}
if (!refusal.startsWith('400')) throw new Error(`a length of 99 s must be refused with 400: ${refusal}`);
console.log('all fits');
