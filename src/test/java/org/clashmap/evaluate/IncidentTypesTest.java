package org.clashmap.evaluate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clashmap.event.SubEventType;
import org.junit.jupiter.api.Test;

class IncidentTypesTest {
    @Test
    void attackTakesAnyForceButAKidnapping() {
        assertTrue(IncidentTypes.fits("ATTACK", SubEventType.ARMED_CLASH));
        assertTrue(IncidentTypes.fits("ATTACK", SubEventType.GRENADE));
        assertFalse(IncidentTypes.fits("ATTACK", SubEventType.ABDUCTION));
        assertFalse(IncidentTypes.fits("ATTACK", SubEventType.ARRESTS));
    }

    @Test
    void bombingIsAnExplosionAndKidnappingAnAbduction() {
        assertTrue(IncidentTypes.fits("BOMBING", SubEventType.REMOTE_EXPLOSIVE));
        assertFalse(IncidentTypes.fits("BOMBING", SubEventType.ARMED_CLASH));
        assertTrue(IncidentTypes.fits("KIDNAPPING", SubEventType.ABDUCTION));
    }
}
