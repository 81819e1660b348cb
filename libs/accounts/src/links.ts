/**
 * Addresses of pages for people, as mails name them. Tokens stand behind "#": browsers do not send
 * that part, so no server or log gets to see it.
 */
export const LINKS = {
  account: '/account',
  signUp: (token: string) => `/account/sign-up#${token}`,
  invitation: (token: string) => `/account/invitation#${token}`,
  staffInvitation: (token: string) => `/account/staff-invitation#${token}`,
  passwordReset: (token: string) => `/account/password-reset#${token}`,
  forgotten: '/account/forgotten',
} as const;
