/** The parts of a Slack app manifest that decide what the workspace offers and delivers. Extra keys are welcome. */
export type Manifest = {
  display_information?: { name?: string };
  features?: {
    bot_user?: { display_name?: string };
    agent_view?: { suggested_prompts?: { title: string; message: string }[] };
    slash_commands?: SlashCommand[];
    shortcuts?: Shortcut[];
  };
  oauth_config?: { scopes?: { bot?: string[] } };
  settings?: { event_subscriptions?: { bot_events?: string[] } };
};
export type SlashCommand = { command: string; description?: string; usage_hint?: string };
export type Shortcut = { name: string; type: 'message' | 'global'; callback_id: string; description?: string };

/** The app that is installed where no manifest is given: every event, every scope. */
export const DEFAULT_MANIFEST: Manifest = {
  display_information: { name: 'Openness Advisor' },
  features: {
    slash_commands: [
      {
        command: '/openness',
        description: "What an AI model's licence allows",
        usage_hint: '<model> | <question> | compare <a> vs <b> | licence <name> | find <needs> | rubric | help',
      },
    ],
    shortcuts: [
      { name: 'Check model licence', type: 'message', callback_id: 'check_licence_message' },
      { name: 'Find a model', type: 'global', callback_id: 'find_model_global' },
    ],
  },
};

/** @returns whether the app subscribed to an event; without a list in the manifest it gets all of them */
export const subscribesTo = (manifest: Manifest, event: string): boolean => {
  const events = manifest.settings?.event_subscriptions?.bot_events;
  return events === undefined || events.includes(event);
};
