import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
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
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'conversations.open': ['im:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'agents.sessions.setStatus': ['chat:write'],
  'assistant.threads.setStatus': ['chat:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  app_mention: ['app_mentions:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  app_home_opened: [],
  app_uninstalled: [],
  tokens_revoked: [],
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

/**
 * Slack's own schema is in no package that can be installed, so it is looked for where this variable says:
 * schemas/manifest.schema.2.0.0.json of github.com/slackapi/manifest-schema.
 */
const SCHEMA = process.env.SLACK_MANIFEST_SCHEMA;
if (!SCHEMA) console.info("notice: SLACK_MANIFEST_SCHEMA names no file; Slack's JSON schema is not tried");

/** What the types of @slack/web-api 8.2 do not know yet, though Slack does. */
const NEWER_THAN_TYPES = ['assistant:write', 'agent_session_stopped'];

describe("manifest.yml and Slack's own word on manifests", () => {
  it.runIf(SCHEMA)("keeps Slack's JSON schema", () => {
    const { $schema: _, ...schema } = JSON.parse(readFileSync(SCHEMA!, 'utf8')) as Record<string, unknown>;
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
    expect(validate(readManifest()), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...(readManifest() as object), featuers: {} })).toBe(false);
  });

  it("is one by the types of Slack's client: keys, kinds, scopes and events", () => {
    const known = JSON.stringify(readManifest(), (_, value) =>
      Array.isArray(value) ? value.filter((one) => !NEWER_THAN_TYPES.includes(one)) : (value as unknown),
    );
    expect(complaints(known)).toEqual('');
    expect(complaints(known.replace('"app_mention"', '"app_mentioned"'))).toContain('app_mentioned');
    expect(complaints(known.replace('"always_online"', '"always_onlin"'))).toContain('always_onlin');
  });
});

/** What the compiler says of a manifest as an argument of Slack's client. */
const complaints = (manifest: string): string => {
  const folder = mkdtempSync(join(import.meta.dirname, '.manifest-'));
  try {
    const file = join(folder, 'manifest.ts');
    writeFileSync(
      file,
      `import type { AppsManifestValidateArguments } from '@slack/web-api';\nexport const manifest: AppsManifestValidateArguments['manifest'] = ${manifest};\n`,
    );
    const tsc = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2024', '--strict'];
    return spawnSync(process.execPath, [tsc, '--ignoreConfig', ...options, file], { encoding: 'utf8' }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe('manifest.yml', () => {
  it('names the command, the shortcuts and the first questions that the code has', () => {
    expect(manifest.features.slash_commands.map((one) => one.command)).toEqual([COMMAND]);
    expect(manifest.features.shortcuts.map((one) => one.callback_id).sort()).toEqual(Object.values(SHORTCUTS).sort());
    expect(manifest.features.agent_view.suggested_prompts).toEqual(SUGGESTED);
  });

  it('asks for the scopes that the methods and events of the code need, and for no more', () => {
    const called = [...code.matchAll(/client\.(chat|conversations|users|views)\.(\w+)\(/g)].map(
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
