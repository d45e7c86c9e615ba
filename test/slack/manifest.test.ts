import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readManifest } from '../../src/disk/manifest-file.ts';
import { COMMAND } from '../../src/slack/listeners/command.ts';
import { SUGGESTED } from '../../src/slack/listeners/home.ts';
import { SHORTCUTS } from '../../src/slack/listeners/shortcuts.ts';

/** The limits of Slack's manifest reference for the keys we use; unknown keys are refused, as Slack refuses them. */
const Manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.number() }),
  display_information: z.strictObject({
    name: z.string().max(35),
    description: z.string().max(140),
    long_description: z.string().min(174).max(4000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/i),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: z.string().max(80), always_online: z.boolean() }),
    agent_view: z.strictObject({
      agent_description: z.string().max(300),
      suggested_prompts: z.array(z.strictObject({ title: z.string(), message: z.string() })).max(4),
    }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().startsWith('/').max(32),
          description: z.string().max(2000),
          usage_hint: z.string().max(1000),
          should_escape: z.boolean(),
        }),
      )
      .max(50),
    shortcuts: z
      .array(
        z.strictObject({
          name: z.string().max(24),
          type: z.enum(['message', 'global']),
          callback_id: z.string().max(255),
          description: z.string().max(150),
        }),
      )
      .max(10),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true) }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

/** The scopes that each Web API method, event and feature of the code needs (docs.slack.dev, reference of each). */
const NEEDS: Record<string, string[]> = {
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'conversations.open': ['im:write'],
  'views.open': [],
  'views.publish': [],
  'agents.sessions.setStatus': ['chat:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  app_mention: ['app_mentions:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  app_home_opened: [],
  agent_session_stopped: [],
  command: ['commands'],
  // files.getUploadURLExternal and files.completeUploadExternal
  filesUploadV2: ['files:write'],
};

const manifest = Manifest.parse(readManifest());
const code = readdirSync(join(import.meta.dirname, '../../src/slack'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n');

describe('manifest.yml', () => {
  it('names the command, the shortcuts and the first questions that the code has', () => {
    expect(manifest.features.slash_commands.map((one) => one.command)).toEqual([COMMAND]);
    expect(manifest.features.shortcuts.map((one) => one.callback_id).sort()).toEqual(Object.values(SHORTCUTS).sort());
    expect(manifest.features.agent_view.suggested_prompts).toEqual(SUGGESTED);
  });

  it('asks for the scopes that the methods and events of the code need, and for no more', () => {
    const called = [...code.matchAll(/client\.(chat|conversations|views)\.(\w+)\(/g)].map(
      (match) => `${match[1]}.${match[2]}`,
    );
    const uploads = /client\.filesUploadV2\(/.test(code) ? ['filesUploadV2'] : [];
    const named = [...code.matchAll(/apiCall\('([\w.]+)'/g)].map((match) => match[1]!);
    const used = [
      ...new Set([...called, ...uploads, ...named, ...manifest.settings.event_subscriptions.bot_events, 'command']),
    ];
    expect(used.filter((name) => !(name in NEEDS))).toEqual([]);
    expect([...new Set(used.flatMap((name) => NEEDS[name]!))].sort()).toEqual(
      [...manifest.oauth_config.scopes.bot].sort(),
    );
  });

  it('subscribes to the events that the code listens to', () => {
    const listened = [...code.matchAll(/app\.event\(\s*'([\w.]+)'/g)].map((match) => match[1]!);
    const subscribed = new Set(
      manifest.settings.event_subscriptions.bot_events.map((event) => event.replace(/^message\..*/, 'message')),
    );
    expect([...new Set(listened)].sort()).toEqual([...subscribed].sort());
  });
});
