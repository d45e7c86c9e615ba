import type { Args } from './args.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Triggers } from './triggers.ts';
import type { Workspace } from './workspace.ts';

export type Reply = { ok: boolean; error?: string } & Record<string, unknown>;
export type Desk = {
  workspace: Workspace;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  baseUrl: () => string;
  socketUrl: () => string;
};
export type Method = (args: Args, desk: Desk) => Reply;

export const done = (fields: Record<string, unknown> = {}): Reply => ({ ok: true, ...fields });
/** @param messages what Slack puts under response_metadata, one problem each */
export const refused = (error: string, messages: string[] = []): Reply => ({
  ok: false,
  error,
  ...(messages.length > 0 ? { response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) } } : {}),
});
