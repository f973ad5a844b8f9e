//! Numbers of machines.
use super::{entries, families};

entries! {
    mac_address,
    imei,
    uuid,
}

families! {
    mobile,
}
