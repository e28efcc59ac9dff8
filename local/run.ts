import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { toInstant } from '../functions/domain/time.ts';
import { createPageBoard, type PageBoard } from './bus/page-board.ts';
import type { Carrier } from './carrier/create-carrier.ts';
import type { OptOutMode } from './carrier/opt-out-words.ts';
import type { StoredText } from './carrier/stored-text.ts';
import type { JumpAnswer } from './clock/create-jump.ts';
import type { JumpRequest } from './clock/jump-request.ts';
import type { Settled } from './clock/settle.ts';
import { clockOffsetSchema, createVirtualClock, type VirtualClock } from './clock/virtual-clock.ts';
import { createClosing } from './closing.ts';
import { openDataDirectory } from './data-directory.ts';
import { hasMembers } from './demo/fill-table.ts';
import { DEMO_MEMBERS, fillWithDemo } from './demo/fill-with-demo.ts';
import { hashPhone } from './hash-phone.ts';
import { createKeptValue } from './kept-value.ts';
import { loadProgram } from './load-program.ts';
import { openGate } from './open-gate.ts';
import { createLocalLogger } from './runtime/local-logger.ts';
import { createLogRing } from './runtime/log-ring.ts';
import { startProgram } from './runtime/start-program.ts';
import { startServices } from './runtime/start-services.ts';
import { startCarrier } from './start-carrier.ts';

export type LocalRunOptions = {
  /** 0 takes any free one. */
  readonly port: number;
  /** Where everything is kept. Default: in memory, gone with the process. */
  readonly dataDirectory?: string | undefined;
  /** Takes every log line. Default: nobody; `logs()` has the last ones. */
  readonly log?: ((line: string) => void) | undefined;
  /** Serves the built pages of dist/web. Default: no. */
  readonly serveWeb?: boolean;
  /** The carrier's opt-out mode. Default: `advanced`. */
  readonly optOut?: OptOutMode;
  /** The program's time at the start, not before the wall's. Default: the kept one, or now. */
  readonly startAt?: string | undefined;
  /** Begins with made-up members, when there are none yet. Default: no. */
  readonly demo?: boolean | undefined;
  /** Told before each step of starting. */
  readonly onStep?: ((step: string) => void) | undefined;
  /** How far the step is, from 0 to 1, where that is known. */
  readonly onPart?: ((done: number) => void) | undefined;
};

export type LocalRun = {
  readonly url: string;
  readonly clock: VirtualClock;
  readonly carrier: Carrier;
  readonly pages: PageBoard;
  readonly dynamodb: DynamoDBClient;
  readonly settle: () => Promise<Settled>;
  readonly jump: (request: JumpRequest) => Promise<JumpAnswer>;
  /** The last log lines of the functions. */
  readonly logs: () => readonly string[];
  /** The last messages that came out of the queues, as their functions got them. */
  readonly queueMessages: () => readonly string[];
  readonly close: () => Promise<void>;
};

type DemoDeps = Omit<Parameters<typeof fillWithDemo>[0], 'onPart'>;

const fillIfAsked = async (deps: DemoDeps, options: LocalRunOptions): Promise<readonly StoredText[]> => {
  const { demo = false, onStep = () => {}, onPart = () => {} } = options;
  if (!demo || (await hasMembers(deps.dynamodb))) return [];
  onStep(`Living the weeks of ${DEMO_MEMBERS} made-up members`);
  return fillWithDemo({ ...deps, onPart });
};

/** The whole program on this machine: starts everything, and stops all of it again when any of it does not start. */
export const startLocalRun = async (options: LocalRunOptions): Promise<LocalRun> => {
  const { onStep = () => {}, serveWeb = false, optOut = 'advanced' } = options;
  const closing = createClosing();
  try {
    const data = openDataDirectory(options.dataDirectory);
    closing.add(data.close);
    const gate = await openGate(options.port);
    closing.add(gate.close);
    const clock = createVirtualClock({ kept: createKeptValue(data.clock, clockOffsetSchema) });
    if (options.startAt !== undefined) clock.moveTo(toInstant(options.startAt));
    const logs = createLogRing({ file: data.log, echo: options.log });
    const logger = createLocalLogger(clock.now, logs.write);
    const pages = createPageBoard(data.pages);
    onStep('Starting the table, the queues and the bus');
    const services = await startServices({ tableDirectory: data.table, onEvent: pages.take, closing });
    const { content, program } = loadProgram();
    const past = await fillIfAsked({ ...services, program, hashPhone, pages, now: clock.now() }, options);
    onStep('Starting the functions and the carrier');
    const carried = { program, gate, clock, data, optOut, past, closing };
    const { carrier, url: carrierUrl } = await startCarrier(carried);
    const around = { services, content, carrier, carrierUrl, data, gate, clock, logger, pages };
    const running = await startProgram({ ...around, serveWeb, closing });
    return {
      url: gate.url,
      clock,
      carrier,
      pages,
      dynamodb: services.dynamodb,
      logs: logs.lines,
      close: closing.close,
      ...running,
    };
  } catch (error) {
    await closing.close();
    throw error;
  }
};
