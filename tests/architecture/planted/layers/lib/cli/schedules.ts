// plant: calendar-library-only-in-ical
import ical from 'ical-generator'

export const schedule = ical
