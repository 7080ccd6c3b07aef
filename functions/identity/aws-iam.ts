/** Callers whose signatures AWS has verified before the function sees the request. */
import type { AwsIam } from '../../compiler/2-validate/generated/types.ts';
import type { Identification } from './principal.ts';

/** What AWS says of a caller. Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html */
export interface IamCaller {
  readonly accountId: string;
  readonly userArn: string;
  readonly userId: string;
}

export function identifyIamCaller({ accountId, userArn, userId }: IamCaller, { accounts }: AwsIam): Identification {
  if (!accounts.includes(accountId))
    return { status: 'refused', reason: 'the AWS account of the caller is none that is known' };
  const claims = { arn: userArn, account: accountId, user: userId };
  return { status: 'identified', principal: { kind: 'aws-iam', name: userArn, claims } };
}
