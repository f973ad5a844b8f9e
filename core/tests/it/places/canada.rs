//! Canada: as in the US, and in French; six letters and digits at the end.
use super::{addresses, none};

#[test]
fn canadian_addresses() {
    addresses(&[
        "<<111 Wellington Street, Ottawa, ON K1A 0A9>>",
        "I'm at <<290 Bremner Blvd, Toronto, Ontario M5V 3L9>>.",
        "<<123 main st, toronto on m5v 2t6>>",
        "<<45 Granville Street, Vancouver BC V6C 1T1>>",
        "<<45 Granville St, Unit 302, Vancouver, BC V6C1T1>>",
        "<<789 Portage Ave, Winnipeg, MB R3G 0N6>>",
        "<<1200, avenue McGill College, Montréal, QC H3B 4G7>>",
        "<<123 rue Sainte-Catherine Ouest, Montréal, QC H3B 1A7>>",
        "<<55 boulevard René-Lévesque, Québec, QC G1R 2B2>>",
        "<<88 rue saint-paul, montreal qc h2y 1g8>>",
        "<<10 Jasper Avenue NW, Edmonton, AB T5J 1N9>>",
        "<<678 8th Ave SW, Calgary, AB T2P 1G1>>",
        "<<1 Citadel Hill Rd, Halifax NS B3J 3X5>>",
        "<<22 Water St, St. John's, NL A1C 1A1>>",
        "<<14 King Street, Charlottetown, PE C1A 1B3>>",
        "<<9 Victoria Ave, Regina, SK S4P 0N7>>",
        "<<301 Main Street\nWhitehorse, YT Y1A 2B2>>",
        "ship to <<77 Lake Cres, Kelowna BC V1Y 6H2, Canada>>",
        "<<5 Elm Court, Hamilton, ON L8P 1A1>>",
        "<<3400 Dundas Street W, Toronto>>",
        "<<PO Box 450, Banff, AB T1L 1A5>>",
        "<<216 Rideau St, Apt 4, Ottawa ON K1N 5Y1>>",
        "my address is <<50 maple drive, brampton, ontario>>",
        "<<12 Birch Way, Surrey, BC V3T 4H4>>",
        "<<640 Saint-Laurent Boulevard, Montreal, Quebec H2Y 2Z4>>",
        "<<1055 rue de la Montagne, Montréal (Québec) H3G 1Y8>>",
        "<<18 Queen St E, Suite 500, Toronto ON M5C 1R6>>",
    ]);
}

#[test]
fn no_canadian_addresses() {
    none(&[
        "B2B 3C4 is the article",
        "a P2P 4B5 thing",
        "serial D1A 0B1",
        "model Z1A 0B1",
        "K1O 0B1",
        "turn on 3 lights",
        "we need 2 on the way",
        "part number A1B-2C3D",
        "call me at 5 on friday",
        "the M2M 4A1 module",
        "version 3 of the drive",
    ]);
}
