package org.clashmap.api;

import org.clashmap.event.review.RefusedChangeException;

/** Turns changes that are not allowed into problems for the client. */
final class Refusal {
    private Refusal() {}

    /** Names the member and what is allowed there. */
    static ProblemException problem(RefusedChangeException refused) {
        return ProblemException.of(400, "The member " + refused.inWords())
                .with("member", refused.member())
                .with("allowed", refused.allowed());
    }
}
