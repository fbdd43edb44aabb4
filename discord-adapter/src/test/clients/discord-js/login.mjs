// discord.js against the Discord of the tests: node login.mjs http://127.0.0.1:PORT/api TOKEN
// The gateway needs no setting: its address comes from GET /gateway/bot.
import assert from 'node:assert/strict';
import { Client, Events, GatewayIntentBits, MessageFlags, SlashCommandBuilder } from 'discord.js';

const [api, token] = process.argv.slice(2);
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api, version: '10' } });

const command = new SlashCommandBuilder()
  .setName('echo')
  .setDescription('Says it again')
  .addStringOption((option) => option.setName('text').setDescription('What to say').setRequired(true));

async function register(ready) {
  assert.equal(ready.user.bot, true);
  assert.ok(ready.guilds.cache.size > 0, 'the guilds came after READY');
  const registered = await ready.application.commands.set([command]);
  assert.deepEqual(registered.map((one) => one.name), ['echo']);
  console.log('registered');
}

async function answer(interaction) {
  assert.ok(interaction.isChatInputCommand());
  const text = interaction.options.getString('text', true);
  await interaction.deferReply();
  const reply = await interaction.editReply(`Again: ${text}`);
  assert.equal(reply.content, `Again: ${text}`);
  const whisper = await interaction.followUp({ content: 'Between us', flags: MessageFlags.Ephemeral });
  assert.ok(whisper.flags.has(MessageFlags.Ephemeral));
  console.log('all fits');
  await client.destroy();
}

function fail(error) {
  console.error(error);
  process.exit(1);
}

client.once(Events.ClientReady, (ready) => register(ready).catch(fail));
client.once(Events.InteractionCreate, (interaction) => answer(interaction).catch(fail));
client.on(Events.Error, fail);
client.on(Events.Warn, fail);
await client.login(token).catch(fail);
