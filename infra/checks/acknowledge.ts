import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { ACKNOWLEDGEMENTS, type AcknowledgedRule } from './acknowledgements.ts';

/** Acknowledges rules for one construct and what is in it; the reasons stand in one list. */
export const acknowledge = (construct: IConstruct, ...rules: readonly AcknowledgedRule[]): void =>
  Validations.of(construct).acknowledge(...rules.map((id) => ({ id, reason: ACKNOWLEDGEMENTS[id] })));
