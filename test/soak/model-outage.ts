import { type StandInModel, startStandInModel } from '../../src/stand-in-model/start-stand-in-model.ts';

export const OUTAGES = ['refuses connections', 'hangs', 'answers 500'] as const;
export type Outage = (typeof OUTAGES)[number];

/** A language model's endpoint that can be down, each in its way; the stand-in that keeps to the prompt. */
export const startModelEndpoint = async () => {
  const start = (port: number) => startStandInModel({ port, persona: 'honest' });
  let standIn: StandInModel | null = await start(0);
  const { url } = standIn;
  const close = async (): Promise<void> => {
    await standIn?.close();
    standIn = null;
  };
  return {
    /** for a process that uses it; three people ask more in a run than a person may in an hour */
    environment: {
      OPENAI_BASE_URL: url,
      OPENAI_MODEL: 'stand-in',
      MODEL_CALLS_PER_PERSON: '100000',
      MODEL_CALLS_PER_WORKSPACE: '1000000',
    },
    begin: async (outage: Outage): Promise<void> => {
      if (outage === 'refuses connections') await close();
      else standIn!.fault(outage === 'hangs' ? 'hung-headers' : 'server-error');
    },
    /** It is back; what hangs goes on hanging. */
    end: async (): Promise<void> => {
      standIn ??= await start(Number(new URL(url).port));
      standIn.fault(null);
    },
    close,
  };
};
export type ModelEndpoint = Awaited<ReturnType<typeof startModelEndpoint>>;
