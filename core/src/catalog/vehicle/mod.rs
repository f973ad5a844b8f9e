//! Numbers of vehicles.
use super::entries;

entries! {
    license_plate,
    vin,
}
