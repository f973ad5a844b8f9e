//! Harmless things that look like data. They compete like any other entry and are shown by `explain` only.
use super::entries;

mod before;

entries! {
    amount,
    article_number,
    container_number,
    flight_number,
    hash,
    order_reference,
    part_number,
    redacted_text,
    template_variable,
    timestamp,
    tracking_number,
    unix_time,
    version_number,
}
