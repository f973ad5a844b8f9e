//! Addresses of machines and pages.
use super::entries;

entries! {
    ip_address,
    url,
}
