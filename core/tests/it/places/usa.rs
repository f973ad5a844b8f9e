//! The United States: number, name, type; city, state and ZIP code.
use super::{addresses, none};

#[test]
fn american_addresses() {
    addresses(&[
        "<<1600 Pennsylvania Ave NW, Washington, DC 20500>>",
        "<<123 main st springfield il 62704>> and",
        "ship to <<45 Elm St Apt 4B, Boston, MA 02110>>",
        "<<700 oak street brockton ma 2301>>",
        "<<12 oak street, brockton, ma 02301>>",
        "<<412 rose drive keener texas>>",
        "<<137 don street ny>>",
        "<<34 park avenue middle city fl>>",
        "my address is <<742 evergreen terrace>>",
        "<<6190 Willis Valleys, North Jessicaview, GU 11667>>",
        "<<7 Dalton Shore, Unit 45, East Andrewchester, AS 57169>>",
        "<<2841 Stout Fords, West Brooke, VT 05539>>",
        "please use <<No. 8 Mulberry Lane, Austin, TX 78701>>",
        "not the old place at <<814 Harrison Gateway>>",
        "<<1 Infinite Loop, Cupertino, CA 95014-2083, USA>>",
        "<<350 5th Ave, Suite 200\nNew York, NY 10118>>",
        "<<99 w 42nd street, suite 200>>",
        "<<PO Box 34628, Seattle, WA 98124>>",
        "<<p.o. box 77>>",
        "<<4 St Mary's Road unit b>>",
        "<<1120 N Street, Sacramento>>",
        "<<1736 salamon street, usa>>",
        "<<256 hillcrest lane boston 02108>>",
        "<<55 Lake Dr>>. Please",
        "<<7 Hill Rd>>, Please call",
        "<<20 La Brea Ave, Los Angeles, CA 90036>>",
        "<<300 Van Der Veer Rd, New Jersey>>",
        "<<3402 County Road 12, Springfield, OH 45503>>",
        "<<1501 hwy 14 east selma al 36703>>",
        "<<18 New Street, Newark NJ 07102>>",
    ]);
}

#[test]
fn no_american_addresses() {
    none(&[
        "it is a 2 way street",
        "24 hours drive",
        "500 gb hard drive",
        "i waited 2 months on the street",
        "in 5 days way too late",
        "order 62704 is late",
        "3 more st",
        "$500 Main Street",
        "12345678 Main St",
        "send 46204 in one box",
        "Step 3 Press Close",
        "box 12 is empty",
        "version 10 Home Drive",
        "I have 2 st left or 3",
        "the top 10 drive",
        "50 First Street fans",
        "5-10 street lights",
        "Room 4 Garden View",
    ]);
}
