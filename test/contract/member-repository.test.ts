import { eachAdapter } from './each-adapter.ts';
import { memberRepositoryContract } from './member-repository.ts';
import { revocationContract } from './revocation.ts';

eachAdapter('MemberRepository', memberRepositoryContract);
eachAdapter('MemberRepository against sends', revocationContract);
