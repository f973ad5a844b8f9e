//! Harmless things that look like data. They compete like any other entry and are shown by `explain` only.
use super::entries;

entries! {
    amount,
    article_number,
    order_reference,
    timestamp,
    tracking_number,
    unix_time,
    version_number,
}
