/** Everything that `enroutectl up` tells. One JSON object a line with `--output json`. */
import type { Diagnostic, GatewayName, SourceFile } from '../../compiler/index.ts';
import type { Loss, RecordedRevision, Transfer } from '../../store/index.ts';
import type { Trial } from './trial.ts';

export type UpEvent =
  /** The relay runs; `demo` is the demo upstream's address. */
  | {
      readonly event: 'started';
      readonly folder: string;
      readonly bucket: string;
      readonly ads: string;
      readonly admin: string;
      readonly demo?: string;
    }
  /** An Envoy takes traffic; `trials` say how to reach it. */
  | {
      readonly event: 'envoy-started';
      readonly gateway: GatewayName;
      readonly pid: number;
      readonly adminPort: number;
      readonly trials: readonly Trial[];
    }
  /** What is wrong with the documents; if there are errors, Envoys keep what they have. */
  | {
      readonly event: 'diagnosed';
      readonly diagnostics: readonly Diagnostic[];
      /** For code frames; left out of JSON. */
      readonly files: readonly SourceFile[];
    }
  /** The documents compile again, or for the first time, and make what is published already. */
  | { readonly event: 'unchanged' }
  | {
      readonly event: 'published';
      readonly gateway: GatewayName;
      readonly revision: RecordedRevision;
      readonly uploaded: Transfer;
    }
  /** Envoy has accepted all of a revision, so long after the files had changed. */
  | {
      readonly event: 'accepted';
      readonly gateway: GatewayName;
      readonly revision: number;
      readonly elapsedMs: number;
    }
  /** Envoy refuses a part of it and keeps what it has; the messages are Envoy's own. */
  | {
      readonly event: 'nacked';
      readonly gateway: GatewayName;
      readonly revision: number;
      readonly messages: readonly string[];
    }
  /** Envoy runs all of this revision again, after it has rejected a later one. */
  | { readonly event: 'put-back'; readonly gateway: GatewayName; readonly revision: number }
  /** Envoy has not accepted it in good time. */
  | { readonly event: 'late'; readonly gateway: GatewayName; readonly revision: number }
  /** The documents compile, and are not published all the same. */
  | { readonly event: 'withheld'; readonly reason: Withheld }
  /** A line that Envoy wrote about itself. */
  | { readonly event: 'envoy-log'; readonly gateway: GatewayName; readonly line: string }
  /** A line of Envoy's access log. */
  | { readonly event: 'access'; readonly gateway: GatewayName; readonly line: string }
  | { readonly event: 'progress'; readonly message: string };

export type Withheld =
  | { readonly kind: 'loss'; readonly losses: readonly (Loss & { readonly gateway: GatewayName })[] }
  | { readonly kind: 'port'; readonly message: string; readonly help: string }
  /** The folder cannot be read, or the bucket not be written. */
  | { readonly kind: 'failure'; readonly message: string }
  /** Somebody else publishes into the same bucket. */
  | { readonly kind: 'conflict'; readonly gateway: GatewayName }
  /** No document is a Gateway. */
  | { readonly kind: 'no-gateway' };

export type Tell = (event: UpEvent) => void;
