import type { Program } from '../domain/program/program.ts';
import type { Clock, Logger, MemberRepository, RecordReader } from '../ports.ts';
import type { ActOnMember } from '../use-cases/act-on-member.ts';
import type { Authenticate, Viewer } from './authenticate.ts';

export type ConsoleApiDeps = {
  readonly records: RecordReader;
  readonly members: Pick<MemberRepository, 'findById'>;
  readonly actOnMember: ActOnMember;
  readonly clock: Clock;
  readonly program: Program;
  readonly authenticate: Authenticate;
  readonly logger?: Logger;
};

/** What the routes know of a request: who asks. */
export type ConsoleEnv = {
  Variables: { viewer: Exclude<Viewer, { kind: 'refused' }> };
};
