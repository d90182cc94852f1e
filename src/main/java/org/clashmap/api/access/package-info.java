/**
 * Who may do what: roles, tokens and the file that keeps them, the limit on wrong tokens. Knows nothing of HTTP beyond the
 * words of a header; what a role may see of an event is decided in {@code event.publish}. Sessions and OpenID will find
 * their place beside {@link org.clashmap.api.access.Tokens}: whatever names a role for a request.
 */
@NullMarked
package org.clashmap.api.access;

import org.jspecify.annotations.NullMarked;
