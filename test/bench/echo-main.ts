#!/usr/bin/env node
import { App } from '@slack/bolt';

/** The smallest Bolt app that answers a mention, written as Bolt's own documentation does: what ours is measured against. */
const app = new App({
  token: process.env.SLACK_BOT_TOKEN!,
  appToken: process.env.SLACK_APP_TOKEN!,
  socketMode: true,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL! },
});
app.event('app_mention', async ({ event, say }) => {
  await say({ text: event.text, thread_ts: event.ts });
});
await app.start();
