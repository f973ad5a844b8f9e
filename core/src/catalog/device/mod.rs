//! Numbers of machines.
use super::entries;

entries! {
    mac_address,
    imei,
    uuid,
}
