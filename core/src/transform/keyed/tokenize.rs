use super::Work;
use crate::policy::Tokenize;

pub(in crate::transform) fn tokenize(
    work: &Work<'_>,
    how: &Tokenize,
    out: &mut String,
) -> Result<(), &'static str> {
    let _ = how;
    let _ = (work.finding, work.value, work.input, work.tools, out);
    Err("is built on the branch of its helper")
}
