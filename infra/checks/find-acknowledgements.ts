import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

export type FoundAcknowledgement = { readonly rule: string; readonly reason: string; readonly at: string };

/** Every acknowledgement in a tree of constructs, with the place where it stands. */
export const findAcknowledgements = (root: IConstruct): readonly FoundAcknowledgement[] =>
  root.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) =>
        Object.entries<string>(data).map(([rule, reason]) => ({
          rule: rule.replace(/^annotation::/i, ''),
          reason,
          at: node.path,
        })),
      ),
  );
