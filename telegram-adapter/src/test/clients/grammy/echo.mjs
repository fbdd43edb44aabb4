// An echo with a file: a picture comes back as a clip, a pressed button ends it. Arguments: the address of the Bot API and the token.
import { Bot, InlineKeyboard, InputFile } from "grammy";

const [apiRoot, token] = process.argv.slice(2);
const bot = new Bot(token, { client: { apiRoot } });

bot.command("start", (ctx) => ctx.reply(`hello ${ctx.match}`));

bot.on("message:photo", async (ctx) => {
  const file = await ctx.getFile();
  const answer = await fetch(`${apiRoot}/file/bot${token}/${file.file_path}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  await ctx.replyWithChatAction("upload_video");
  await ctx.replyWithVideo(new InputFile(bytes, "clip.mp4"), {
    caption: `<b>echo</b> of ${bytes.length} bytes`,
    parse_mode: "HTML",
    width: 640,
    height: 360,
    duration: 5,
    supports_streaming: true,
    reply_parameters: { message_id: ctx.msg.message_id },
    reply_markup: new InlineKeyboard().text("More", "more"),
  });
});

bot.on("callback_query:data", async (ctx) => {
  await ctx.answerCallbackQuery({ text: `got ${ctx.callbackQuery.data}` });
  await ctx.editMessageCaption({ caption: "pressed" });
  await bot.stop();
});

await bot.api.setMyCommands([{ command: "video", description: "Make a clip" }], { scope: { type: "all_private_chats" } });
await bot.start();
console.log("all fits");
