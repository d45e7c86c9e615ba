import type { Logger } from 'pino';
import type { Advisor } from './advice/advise.ts';
import type { ReadCard } from './advice/hub/declared-card.ts';
import type { LanguageModel } from './advice/model-ports.ts';
import type { HubSettings } from './hub/read-card.ts';
import type { Catalogue } from './knowledge/catalogue.ts';
import type { ModelSettings } from './llm/settings.ts';
import type { Manifest } from './sandbox/manifest.ts';
import type { ModelChoice } from './sandbox/model-choice.ts';
import type { Sandbox } from './sandbox/start-sandbox.ts';
import type { StandIns } from './sandbox-model.ts';
import type { Standing } from './slack/delivery/standing.ts';
import { SUGGESTED } from './slack/listeners/home.ts';

/** Parts that not every start has: what they are made of is loaded with them, and by no other start. */

/** Only a start with a model loads its client. */
export const openModel = async (settings: ModelSettings, log: Logger): Promise<LanguageModel> => {
  const { openLanguageModel } = await import('./llm/open-language-model.ts');
  const { PROMPT_SLOTS } = await import('./llm/prompt.ts');
  const { loadPrompts } = await import('./disk/prompt-files.ts');
  return openLanguageModel(settings, loadPrompts(PROMPT_SLOTS), log, () => new Date());
};

/** Only a start that may ask Hugging Face loads its client. */
export const openHub = async (settings: HubSettings, log: Logger): Promise<ReadCard> =>
  (await import('./hub/read-card.ts')).createReadCard(settings, log, Date.now);

/** What the sandbox page can switch on; not where a model of one's own is configured. */
export const openStandIns = async (advisor: Advisor, catalogue: Catalogue, log: Logger): Promise<StandIns> => {
  const { createStandIns } = await import('./sandbox-model.ts');
  return createStandIns(advisor, catalogue, (settings) => openModel(settings, log));
};

/** Only a start with OPS_PORT counts anything; the figures can be read nowhere else. @returns what counts, and what serves it */
export const openMeters = async (at: { host: string; port: number }) => {
  const { createMeters } = await import('./ops/meters.ts');
  const meters = createMeters();
  return {
    meters,
    serve: async (standing: Standing) => {
      meters.watch(standing.facts);
      return (await import('./ops/ops-server.ts')).startOps(at, { ...standing, meters });
    },
  };
};

/** Only a start without tokens loads the sandbox. */
export const openSandbox = async (port: number, model: ModelChoice | undefined): Promise<Sandbox> => {
  const { startSandbox } = await import('./sandbox/start-sandbox.ts');
  return startSandbox({
    port,
    manifest: await manifest(),
    seed: { prompts: SUGGESTED.map((prompt) => prompt.message) },
    ...(model ? { model } : {}),
  });
};

/** @returns the scopes that an installation in a workspace asks for */
export const scopes = async (): Promise<string[]> => (await manifest()).oauth_config?.scopes?.bot ?? [];

const manifest = async (): Promise<Manifest> => (await import('./disk/manifest-file.ts')).readManifest() as Manifest;
