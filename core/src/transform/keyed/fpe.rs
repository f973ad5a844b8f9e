use super::Work;
use crate::policy::Fpe;

pub(in crate::transform) fn fpe(work: &Work<'_>, how: &Fpe, out: &mut String) -> Result<(), &'static str> {
    let _ = how;
    let _ = (work.finding, work.value, work.input, work.tools, out);
    Err("is built on the branch of its helper")
}
