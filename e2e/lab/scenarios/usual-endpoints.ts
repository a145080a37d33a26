/** The two endpoints that most scenarios ask about. */
export const on465 = { port: 465, security: 'implicit-tls' } as const;
export const on587 = { port: 587, security: 'starttls' } as const;
