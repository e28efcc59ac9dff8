import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Program } from '../../functions/domain/program/program.ts';
import type { HashPhone, MemberRepository, RecordReader } from '../../functions/ports.ts';
import type { Carrier } from '../carrier/create-carrier.ts';
import type { Queues } from '../queues/start-queues.ts';
import type { Invoke } from '../runtime/invoke.ts';
import { TABLE_NAME } from '../settings.ts';
import { createMarkers } from '../stream/marker.ts';
import { createJump } from './create-jump.ts';
import { createWhyNoText } from './expect-text.ts';
import { createReadDue } from './read-due.ts';
import { createSentTexts } from './sent-texts.ts';
import { createSettle, findUnsettled, type Surroundings } from './settle.ts';
import { createTurns } from './turns.ts';
import type { VirtualClock } from './virtual-clock.ts';
import { createWalk } from './walk.ts';

type Deps = {
  readonly program: Program;
  readonly members: MemberRepository;
  readonly records: RecordReader;
  readonly hashPhone: HashPhone;
  readonly clock: VirtualClock;
  readonly dynamodb: DynamoDBClient;
  readonly invoke: Invoke;
  readonly queues: Queues;
  readonly carrier: Carrier;
  readonly releaseDue: () => Promise<void>;
  /** Makes the relay look at once. */
  readonly kick: () => void;
};

/** Everything that moves the program's clock, or waits until what moved has settled. */
export const createTime = (deps: Deps) => {
  const { clock, dynamodb, invoke, queues, carrier, releaseDue, kick } = deps;
  const markers = createMarkers(dynamodb, TABLE_NAME, kick);
  const readDue = createReadDue(dynamodb, TABLE_NAME);
  const surroundings: Surroundings = {
    clock,
    passMarker: markers.pass,
    runningFunctions: invoke.running,
    unfinishedMessages: queues.unfinished,
    carrierOwes: carrier.owes,
    readDue,
    releaseDue,
  };
  const settle = createSettle(surroundings);
  const walk = createWalk({ clock, settle, releaseDue, carrier });
  const whyNoText = createWhyNoText({ ...deps, readDue });
  return {
    settle,
    jump: createJump({ clock, walk, sentTexts: createSentTexts(carrier), whyNoText }),
    turns: createTurns(),
    findUnsettled: () => findUnsettled(surroundings),
    onPassed: markers.notice,
  };
};
