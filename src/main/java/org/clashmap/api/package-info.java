/**
 * The HTTP interface: routes, typed requests, problems, security headers, pages made from the same route definitions, and
 * static files. The only door to Javalin. Parses a request, asks the store or the gazetteer, and formats the answer; no rule
 * of coding or geocoding belongs here.
 */
@NullMarked
package org.clashmap.api;

import org.jspecify.annotations.NullMarked;
