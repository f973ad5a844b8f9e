//! What is harmless of a value, by its type.
//!
//! Comes in: a value in its place, and whether who asks may see more. Goes out: the harmless part among stars, or the
//! label where nothing is harmless. Never the value.
//!
//! # Sources
//! PCI DSS 4.0.1, requirements 3.3.1 (nothing of authentication data) and 3.4.1 (of a card at most the first six and the
//! last four digits are displayed).
mod bank;
mod contact;
mod keys;
mod shown;

use super::generalize::generalize;
use super::place::{Place, label};
use crate::crypto::HashKey;
use crate::finding::Finding;
use crate::input::Input;
use crate::policy::{Operator, Partial};

/// What stands for what is left out, where it has no length of its own: as many as the catalogue takes for a mask.
const STARS: &str = "****";

/// What is shown of a type.
enum View {
    Nothing,
    /// So many of the last letters and digits.
    Last(usize),
    /// The last four; of short ones two, of very short ones none.
    Account,
    Card,
    Iban,
    Email,
    Phone,
    Initials,
    /// The first letter.
    User,
    /// Where it leads, but not to what.
    Url,
    /// Who made the device.
    Maker,
    /// Whose key it is.
    Issuer,
    /// What `generalize` makes of it.
    General,
    /// Four digits are all there is; between stars they are what this operator leaves of a card.
    LastFour,
}

/// The table. A type that is not in it shows nothing.
fn view(entity: &str) -> View {
    match entity {
        "CREDIT_CARD" => View::Card,
        "CARD_LAST_FOUR" => View::LastFour,
        "IBAN_CODE" => View::Iban,
        "US_BANK_NUMBER"
        | "UK_SORT_CODE_ACCOUNT"
        | "ABA_ROUTING_NUMBER"
        | "CRYPTO"
        | "AR_CBU"
        | "AU_BSB_ACCOUNT"
        | "CA_BANK_NUMBER"
        | "MX_CLABE"
        | "NZ_BANK_ACCOUNT"
        | "CUSTOMER_ID"
        | "ORDER_ID" => View::Account,
        "US_SSN" | "US_ITIN" | "IMEI" | "ICCID" | "VIN" | "UUID" => View::Last(4),
        "EMAIL_ADDRESS" => View::Email,
        "PHONE_NUMBER" => View::Phone,
        "PERSON" => View::Initials,
        "USERNAME" | "IN_UPI" => View::User,
        "URL" => View::Url,
        "MAC_ADDRESS" => View::Maker,
        "AWS_ACCESS_KEY" | "GITHUB_TOKEN" | "STRIPE_KEY" | "SLACK_TOKEN" | "GOOGLE_API_KEY"
        | "LLM_API_KEY" | "HELPDESK_TOKEN" | "CLOUD_API_KEY" | "DEVELOPER_TOKEN" | "PAYMENT_API_KEY"
        | "MESSAGING_TOKEN" => View::Issuer,
        "DATE_OF_BIRTH" | "AGE" | "POSTAL_CODE" | "IP_ADDRESS" | "GEO_COORDINATES" => View::General,
        _ if ["PASSPORT", "DRIVER_LICENSE", "LICENSE_PLATE"].iter().any(|end| entity.ends_with(end)) => {
            View::Last(2)
        }
        _ => View::Nothing,
    }
}

/// Appends what may be shown of the value at `place`.
pub(super) fn partial(
    place: &Place<'_>,
    finding: &Finding,
    input: &Input<'_>,
    how: &Partial,
    key: Option<&HashKey>,
    out: &mut String,
) {
    let entity = finding.entity_type();
    let role = input.role_hint();
    let wide = !role.is_empty() && how.roles.iter().any(|r| r == role);
    let value = place.value();
    let view = view(entity.name());
    let left = match view {
        View::LastFour => bank::is_left_of_card(place),
        View::Url => keys::is_left_of_url(place),
        _ => false,
    };
    if left {
        return out.push_str(value);
    }
    let from = out.len();
    let shown = match view {
        View::Nothing | View::LastFour => None,
        View::Last(n) => shown::last(value, n, out),
        View::Account => shown::account(value, out),
        View::Card => bank::card(value, wide, out),
        View::Iban => bank::iban(value, wide, out),
        View::Email => contact::email(value, wide, out),
        View::Phone => contact::phone(value, wide, out),
        View::Initials => contact::initials(value, out),
        View::User => contact::user(value, out),
        View::Url => keys::url(value, out),
        View::Maker => shown::first(value, 6, 6, out),
        View::Issuer => keys::issuer(finding, value, key.filter(|_| wide), out),
        View::General => {
            return generalize(place, finding, input, &Operator::generalize(), out);
        }
    };
    // Whatever the views do: what came in does not go out, unless it is what an earlier run has left.
    let leaks = |piece: &str| piece.contains(value) && !value.contains('*');
    if shown.is_none() || out.get(from..).is_none_or(leaks) {
        out.truncate(from);
        label(entity, out);
    }
}

#[cfg(test)]
mod tests;
