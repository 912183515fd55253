package io.entrepot.app.security;

import org.springframework.context.annotation.Import;

/** What {@code app.security} brings by component scan, but for the accounts in the database. */
@Import({
  ConsoleSecurity.class,
  OpsSecurity.class,
  OutsideSecurity.class,
  ProblemWriter.class,
  SessionCookie.class,
  SignInThrottle.class
})
public final class SecurityBeans {}
