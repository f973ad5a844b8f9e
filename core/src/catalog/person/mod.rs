//! Who somebody is.

super::entries! {
    date_of_birth,
}
