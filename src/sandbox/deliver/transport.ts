export type Envelope = {
  envelope_id: string;
  type: 'events_api' | 'slash_commands' | 'interactive';
  payload: Record<string, unknown>;
  accepts_response_payload: boolean;
  retry_attempt?: number;
  retry_reason?: string;
};
export type Acknowledgement = { acked: true; payload: unknown } | { acked: false; reason: string };

/** A way to the app: Socket Mode or HTTP. */
export type Transport = {
  /** Sends and waits for the acknowledgement, at most `ms`. */
  send: (envelope: Envelope, ms: number) => Promise<Acknowledgement>;
  /** Resolves as soon as there is somebody to send to. */
  ready: () => Promise<void>;
  isReady: () => boolean;
};
