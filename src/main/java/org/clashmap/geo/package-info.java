/**
 * Positions, boxes, distances, bearings and uncertainty areas on the WGS 84 ellipsoid. Longitude first in arrays; metres
 * and degrees, with the unit in the name. Knows nothing of places or events. The only door to GeoTools for geodesy.
 */
@NullMarked
package org.clashmap.geo;

import org.jspecify.annotations.NullMarked;
