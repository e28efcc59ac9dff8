import type { SQSEvent } from 'aws-lambda';
import type { CompiledContent } from '../../functions/adapters/content/compiled-content.ts';
import type { Logger } from '../../functions/ports.ts';
import { createContainer } from '../../functions/runtime/container.ts';
import { FUNCTIONS } from '../../functions/what-runs.ts';
import { createGateway } from '../api/create-gateway.ts';
import { createLocalRoutes } from '../api/create-local-routes.ts';
import { createWebhookOutcomes } from '../api/webhook-outcomes.ts';
import type { PageBoard } from '../bus/page-board.ts';
import type { Carrier } from '../carrier/create-carrier.ts';
import { createTime } from '../clock/create-time.ts';
import type { JumpRequest } from '../clock/jump-request.ts';
import { scheduledEvent } from '../clock/scheduled-event.ts';
import { startSchedule } from '../clock/start-schedule.ts';
import type { VirtualClock } from '../clock/virtual-clock.ts';
import type { Closing } from '../closing.ts';
import type { DataDirectory } from '../data-directory.ts';
import { hashPhone } from '../hash-phone.ts';
import { createKeptValue } from '../kept-value.ts';
import type { Gate } from '../open-gate.ts';
import { functionSettings } from '../settings.ts';
import { checkpointSchema } from '../stream/read-stream.ts';
import { createFunctionRoutes } from './function-routes.ts';
import { createHandlers } from './handlers.ts';
import { createInvoke, type Invoke } from './invoke.ts';
import { startPollers, startStream } from './start-functions.ts';
import type { Services } from './start-services.ts';

type Options = {
  readonly services: Services;
  readonly content: CompiledContent;
  readonly carrier: Carrier;
  readonly carrierUrl: string;
  readonly data: DataDirectory;
  readonly gate: Gate;
  readonly clock: VirtualClock;
  readonly logger: Logger;
  readonly pages: PageBoard;
  readonly serveWeb: boolean;
  readonly closing: Closing;
};

const MESSAGES_KEPT = 20_000;

const createMessageRing = () => {
  const messages: string[] = [];
  const note = ({ Records }: SQSEvent): void => {
    messages.push(...Records.map(({ body }) => body));
    if (messages.length > 2 * MESSAGES_KEPT) messages.splice(0, MESSAGES_KEPT);
  };
  return { messages, note };
};

/** Runs the release as the schedule does. One that failed is in the log; what it left is due again in the next. */
const createReleaseDue = (invoke: Invoke, clock: VirtualClock) => async (): Promise<void> => {
  await invoke.call('release-due', scheduledEvent(clock.now())).catch(() => undefined);
};

/** Longer than a claim is left alone: what the killed run had claimed is nobody's by then. */
const CLAIMS_ARE_OLD_MILLISECONDS = 40_000;

/** The queues of the last run are gone: rings for what was undecided or unsent, now and when its claims are old. */
const takeUp = async (sweep: () => Promise<unknown>, closing: Closing): Promise<void> => {
  await sweep();
  const again = setTimeout(() => void sweep().catch(() => undefined), CLAIMS_ARE_OLD_MILLISECONDS);
  closing.add(() => clearTimeout(again));
};

/** Starts the functions of the list on what stands for AWS, and opens the gate. */
export const startProgram = async (options: Options) => {
  const { services, content, carrier, data, gate, clock, logger, pages, serveWeb, closing } = options;
  const { dynamodb, streams, streamArn, queues } = services;
  const env = functionSettings({ publicBaseUrl: gate.url, carrierUrl: options.carrierUrl, queues });
  const container = createContainer({ env, clock, logger, content });
  let kick = () => {};
  const invoke = createInvoke(await createHandlers(container), () => kick());
  const releaseDue = createReleaseDue(invoke, clock);
  const known = { ...(await container.consoleApi()), hashPhone, clock, carrier };
  const time = createTime({ ...known, dynamodb, invoke, queues, releaseDue, kick: () => kick() });

  const shared = { invoke: invoke.call, logger, closing };
  const ring = createMessageRing();
  startPollers({ ...shared, queues, onMessages: ring.note });
  const checkpoint = createKeptValue(data.checkpoint, checkpointSchema);
  kick = startStream({ ...shared, client: streams, streamArn, checkpoint, onPassed: time.onPassed }).kick;

  const onFailure = (error: unknown) =>
    logger.error('request_failed', { error: error instanceof Error ? error : undefined });
  const functionRoutes = createFunctionRoutes({ invoke: invoke.call, onFailure });
  const outcomes = createWebhookOutcomes();
  const brake = await container.brake();
  const localRoutes = createLocalRoutes({ ...known, ...time, outcomes, pages, brake, functionRoutes });
  const served = { functionRoutes, localRoutes, outcomes, servesPages: serveWeb, onFailure };
  gate.open(createGateway(served).fetch);

  if (data.table !== undefined) await takeUp((await container.sweep()).sweep, closing);
  for (const trigger of FUNCTIONS.flatMap(({ triggers }) => triggers))
    if (trigger.kind === 'schedule')
      startSchedule({ ...trigger, isBusy: time.turns.isTaken, run: releaseDue, closing });

  return {
    settle: () => time.turns.take(() => time.settle()),
    jump: (request: JumpRequest) => time.turns.take(() => time.jump(request)),
    queueMessages: (): readonly string[] => ring.messages,
  };
};
