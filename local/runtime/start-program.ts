import { fileURLToPath } from 'node:url';
import type { SQSEvent } from 'aws-lambda';
import { loadAllContent } from '../../functions/adapters/content/compile-content.ts';
import type { Logger } from '../../functions/ports.ts';
import { createContainer } from '../../functions/runtime/container.ts';
import { createHashPhone } from '../../functions/runtime/phone-key.ts';
import { FUNCTIONS } from '../../functions/what-runs.ts';
import { createGateway } from '../api/create-gateway.ts';
import { createLocalRoutes } from '../api/create-local-routes.ts';
import { createWebhookOutcomes } from '../api/webhook-outcomes.ts';
import type { PageBoard } from '../bus/page-board.ts';
import type { OptOutMode } from '../carrier/opt-out-words.ts';
import { createTime } from '../clock/create-time.ts';
import type { JumpRequest } from '../clock/jump-request.ts';
import { scheduledEvent } from '../clock/scheduled-event.ts';
import { startSchedule } from '../clock/start-schedule.ts';
import type { VirtualClock } from '../clock/virtual-clock.ts';
import type { Closing } from '../closing.ts';
import type { DataDirectory } from '../data-directory.ts';
import { createKeptValue } from '../kept-value.ts';
import type { Gate } from '../open-gate.ts';
import { functionSettings, PHONE_KEY } from '../settings.ts';
import { startCarrier } from '../start-carrier.ts';
import { checkpointSchema } from '../stream/read-stream.ts';
import { createFunctionRoutes } from './function-routes.ts';
import { createHandlers } from './handlers.ts';
import { createInvoke } from './invoke.ts';
import { startPollers, startStream } from './start-functions.ts';
import type { Services } from './start-services.ts';

type Options = {
  readonly services: Services;
  readonly data: DataDirectory;
  readonly gate: Gate;
  readonly clock: VirtualClock;
  readonly logger: Logger;
  readonly pages: PageBoard;
  readonly optOut: OptOutMode;
  readonly serveWeb: boolean;
  readonly closing: Closing;
};

const CONTENT = fileURLToPath(new URL('../../content/', import.meta.url));
const MESSAGES_KEPT = 20_000;

/** Starts the functions of the list on what stands for AWS, and the carrier; then opens the gate. */
export const startProgram = async (options: Options) => {
  const { services, data, gate, clock, logger, pages, optOut, serveWeb, closing } = options;
  const { dynamodb, streams, streamArn, queues } = services;
  const content = loadAllContent(CONTENT);
  const { carrier, url: carrierUrl } = await startCarrier({ content, gate, clock, data, optOut, closing });
  const env = functionSettings({ publicBaseUrl: gate.url, carrierUrl, queues });
  const container = createContainer({ env, clock, logger, content });

  let kick = () => {};
  const invoke = createInvoke(await createHandlers(container), () => kick());
  /** A release that failed is in the log, and what it left is due again in the next. */
  const releaseDue = async (): Promise<void> => {
    await invoke.call('release-due', scheduledEvent(clock.now())).catch(() => undefined);
  };
  const known = { ...(await container.consoleApi()), hashPhone: createHashPhone(PHONE_KEY), clock, carrier };
  const time = createTime({ ...known, dynamodb, invoke, queues, releaseDue, kick: () => kick() });

  const messages: string[] = [];
  const noteMessages = ({ Records }: SQSEvent): void => {
    messages.push(...Records.map(({ body }) => body));
    if (messages.length > 2 * MESSAGES_KEPT) messages.splice(0, MESSAGES_KEPT);
  };
  const shared = { invoke: invoke.call, logger, closing };
  startPollers({ ...shared, queues, onMessages: noteMessages });
  const checkpoint = createKeptValue(data.checkpoint, checkpointSchema);
  kick = startStream({ ...shared, client: streams, streamArn, checkpoint, onPassed: time.onPassed }).kick;

  const onFailure = (error: unknown) =>
    logger.error('request_failed', { error: error instanceof Error ? error : undefined });
  const functionRoutes = createFunctionRoutes({ invoke: invoke.call, onFailure });
  const outcomes = createWebhookOutcomes();
  const brake = await container.brake();
  const localRoutes = createLocalRoutes({ ...known, ...time, outcomes, pages, brake, functionRoutes });
  gate.open(createGateway({ functionRoutes, localRoutes, outcomes, servesPages: serveWeb, onFailure }).fetch);

  if (data.table !== undefined) await (await container.sweep()).sweep(); // the queues of the last run are gone
  for (const trigger of FUNCTIONS.flatMap(({ triggers }) => triggers))
    if (trigger.kind === 'schedule')
      startSchedule({ ...trigger, isBusy: time.turns.isTaken, run: releaseDue, closing });

  return {
    carrier,
    settle: () => time.turns.take(() => time.settle()),
    jump: (request: JumpRequest) => time.turns.take(() => time.jump(request)),
    queueMessages: (): readonly string[] => messages,
  };
};
