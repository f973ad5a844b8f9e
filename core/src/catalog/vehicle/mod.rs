//! Numbers of vehicles.
use super::entries;

entries! {
    vin,
}
