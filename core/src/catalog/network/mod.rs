//! Addresses of machines and pages.
use super::entries;

entries! {
    domain_name,
    ip_address,
    url,
}
