//! Numbers of a business that are nobody's by themselves: orders.
//!
//! Comes in: a view and a cue word. Goes out: the place of the number the cue led to.

super::entries! {
    confidential_marking,
    contract_price,
    order_id,
    organization,
}
