import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiCookieAuth, ApiBearerAuth, ApiSecurity } from '@nestjs/swagger';
import type { PlatformRole } from '@sukoyaka/access';
import type { SessionStage } from '@sukoyaka/persistence';

/** Who may call a route at all; what they may do there, the use case and the database decide. */
export type Access =
  | { readonly for: 'anybody'; readonly isRecognised: boolean }
  | { readonly for: 'person'; readonly stages: readonly SessionStage[] }
  | { readonly for: 'member' }
  | { readonly for: 'staff'; readonly role: PlatformRole };

const ACCESS = 'sukoyaka:access';

function access(rule: Access): ClassDecorator & MethodDecorator {
  return SetMetadata(ACCESS, rule);
}

/** The key under which the guard finds what a route declares. */
export const ACCESS_METADATA = ACCESS;

/** Anybody. Who it is, is not looked up: such a route answers also without the database. */
export function ForAnybody(): ClassDecorator & MethodDecorator {
  return applyDecorators(access({ for: 'anybody', isRecognised: false }), ApiSecurity({}));
}

/** Anybody, of whom the route wants to know who it is if they have signed in. */
export function ForVisitor(): ClassDecorator & MethodDecorator {
  return applyDecorators(access({ for: 'anybody', isRecognised: true }), ApiSecurity({}));
}

/** A person who has signed in, as far as `stages` say: completely, unless said otherwise. */
export function ForPerson(...stages: readonly SessionStage[]): ClassDecorator & MethodDecorator {
  const rule: Access = { for: 'person', stages: stages.length > 0 ? stages : ['full'] };
  return applyDecorators(access(rule), ApiCookieAuth());
}

/** A person, or a machine with a token, who acts in an organisation. */
export function ForMember(): ClassDecorator & MethodDecorator {
  return applyDecorators(access({ for: 'member' }), ApiCookieAuth(), ApiBearerAuth());
}

/** A person with a role beside organisations, and a second factor in this session. */
export function ForStaff(role: PlatformRole): ClassDecorator & MethodDecorator {
  return applyDecorators(access({ for: 'staff', role }), ApiCookieAuth());
}
