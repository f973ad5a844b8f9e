//! How a value is made less exact, and which types that can be said of.
use crate::entity::EntityType;

use super::operator::Operator;

/// How a value is made less exact: what it is still good for stays, what singles somebody out goes.
///
/// ```
/// use wimple::{entity, Engine, Operator, Policy};
/// let engine = Engine::builder()
///     .policy(Policy::new()
///         .on(entity::DATE_OF_BIRTH, Operator::generalize().to_month())
///         .on(entity::IP_ADDRESS, Operator::generalize()))
///     .build()?;
/// let out = engine.redact("dob 1980-12-20, login from 203.0.113.7")?;
/// assert_eq!(out.text(), "dob 1980-12, login from 203.0.113.0/24");
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// Only for types whose values can be: a policy that asks it of another is refused. A value that cannot be read becomes
/// its label. One that already is as general as this makes it stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generalize {
    pub(crate) kind: Option<Generalization>,
    pub(crate) month: bool,
    pub(crate) width: u8,
    pub(crate) decimals: u8,
}

/// What sort of value is generalized.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Generalization {
    /// `34` → `30-39`, `93` → `90+`.
    Age,
    /// `20.12.1980` → `1980` or `1980-12`.
    Date,
    /// `10001-1234` → `100**-****`, `SW1A 1AA` → `SW1A ***`.
    PostalCode,
    /// `203.0.113.7` → `203.0.113.0/24`, version 6 → `/48`.
    IpAddress,
    /// `52.52001, 13.40495` → `52.5, 13.4`.
    Coordinates,
    /// `€1,234.56` → `€1000-2000`.
    Amount,
}

impl Generalization {
    /// Every sort, in the order above.
    pub const ALL: [Generalization; 6] = [
        Generalization::Age,
        Generalization::Date,
        Generalization::PostalCode,
        Generalization::IpAddress,
        Generalization::Coordinates,
        Generalization::Amount,
    ];

    /// The name used in policies: `postal_code`.
    pub const fn name(self) -> &'static str {
        match self {
            Generalization::Age => "age",
            Generalization::Date => "date",
            Generalization::PostalCode => "postal_code",
            Generalization::IpAddress => "ip_address",
            Generalization::Coordinates => "coordinates",
            Generalization::Amount => "amount",
        }
    }

    /// What the values of a built-in type are, if they can be generalized.
    pub(crate) fn of(entity: &EntityType) -> Option<Self> {
        match entity.name() {
            "AGE" => Some(Generalization::Age),
            "DATE_OF_BIRTH" => Some(Generalization::Date),
            "POSTAL_CODE" => Some(Generalization::PostalCode),
            "IP_ADDRESS" => Some(Generalization::IpAddress),
            "GEO_COORDINATES" => Some(Generalization::Coordinates),
            _ => None,
        }
    }
}

impl Operator {
    /// The value becomes less exact: an age a band of ten years, a date of birth its year, a postal code its prefix, an
    /// IP address its network, coordinates one decimal.
    pub const fn generalize() -> Generalize {
        Generalize { kind: None, month: false, width: 10, decimals: 1 }
    }
}

impl Generalize {
    /// What the values are; needed for types of your own.
    #[must_use]
    pub const fn kind(mut self, kind: Generalization) -> Self {
        self.kind = Some(kind);
        self
    }

    /// Dates keep their month: `1980-12`. Where day and month cannot be told apart, the year alone.
    #[must_use]
    pub const fn to_month(mut self) -> Self {
        self.month = true;
        self
    }

    /// How many years a band of ages has, 2 to 50. From 90 on all are one band.
    #[must_use]
    pub const fn width(mut self, years: u8) -> Self {
        self.width = years;
        self
    }

    /// How many decimals coordinates keep, 0 to 2: about 100, 10 or 1 kilometres.
    #[must_use]
    pub const fn decimals(mut self, decimals: u8) -> Self {
        self.decimals = decimals;
        self
    }

    /// Whether it can be done to the values of this type; if not, why not.
    pub(super) fn fits(&self, entity: &EntityType) -> Result<(), String> {
        let built_in = EntityType::builtin(entity.name()).is_some();
        match (Generalization::of(entity), self.kind) {
            (Some(own), Some(said)) if own != said => {
                Err(format!("{entity} is generalized as {}, not as {}", own.name(), said.name()))
            }
            (Some(_), _) => Ok(()),
            (None, _) if built_in => Err(format!("generalize cannot be applied to {entity}")),
            (None, Some(_)) => Ok(()),
            (None, None) => Err(format!("what is {entity}? generalize needs its kind")),
        }
    }
}

impl From<Generalize> for Operator {
    fn from(generalize: Generalize) -> Self {
        Operator::Generalize(generalize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity;

    #[test]
    fn kinds_are_held_against_types() {
        let plain = Operator::generalize();
        let amount = plain.clone().kind(Generalization::Amount);
        let own = EntityType::new(&"SALARY");
        assert!(plain.fits(&entity::DATE_OF_BIRTH).is_ok() && plain.fits(&EntityType::new(&"AGE")).is_ok());
        assert!(plain.clone().kind(Generalization::Date).fits(&entity::DATE_OF_BIRTH).is_ok());
        assert!(amount.fits(&own).is_ok());
        for (operator, entity, problem) in [
            (&plain, &entity::PERSON, "generalize cannot be applied to PERSON"),
            (&amount, &entity::PERSON, "generalize cannot be applied to PERSON"),
            (&amount, &entity::IP_ADDRESS, "IP_ADDRESS is generalized as ip_address, not as amount"),
            (&plain, &own, "what is SALARY? generalize needs its kind"),
        ] {
            assert_eq!(operator.fits(entity).unwrap_err(), problem);
        }
    }
}
