// plant: mail-library-only-in-mail
import nodemailer from 'nodemailer'

export const mail = nodemailer
